import { script } from './connection.ts'

/** Replies of XINFO are flat lists of names and values. */
const field = `
local function field(flat, name)
  for i = 1, #flat, 2 do if flat[i] == name then return flat[i + 1] end end
end`

/**
 * Hands out a pending entry once more, which counts the delivery. XAUTOCLAIM would neither say how often an entry was
 * delivered nor leave out our own; XCLAIM forgets one that was trimmed.
 */
const claim = `
local function claim(entries, row, group, consumer)
  local claimed = redis.call('XCLAIM', KEYS[1], group, consumer, 0, row[1])[1]
  if claimed then entries[#entries + 1] = {claimed[1], claimed[2][2], row[4] + 1} end
end`

/**
 * KEYS: stream. ARGV: entries to keep, bytes it may take, values.
 * What is beyond \`keep\` and acknowledged by every group goes, in whole nodes; when room is short, all that is
 * acknowledged. Replies with the ids, or the error FULL.
 */
export const append = script(`${field}
local keep, bound = tonumber(ARGV[1]), tonumber(ARGV[2])
local function parts(id)
  local ms, sequence = string.match(id, '(%d+)-(%d+)')
  return tonumber(ms), tonumber(sequence)
end
local function isBefore(a, b)
  local aMs, aSequence = parts(a)
  local bMs, bSequence = parts(b)
  return aMs < bMs or (aMs == bMs and aSequence < bSequence)
end
-- Everything before this id is acknowledged by every group; nil when there is none.
local function floor()
  local least
  for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
    local pending = redis.call('XPENDING', KEYS[1], field(group, 'name'))
    local id = pending[2]
    if pending[1] == 0 then
      local ms, sequence = string.match(field(group, 'last-delivered-id'), '(%d+)-(%d+)')
      id = ms .. '-' .. string.format('%.0f', sequence + 1)
    end
    if not least or isBefore(id, least) then least = id end
  end
  return least
end
local function used() return redis.call('MEMORY', 'USAGE', KEYS[1]) or 0 end

local excess = redis.call('XLEN', KEYS[1]) - keep
if excess >= 100 then
  redis.call('XTRIM', KEYS[1], 'MINID', '~', floor() or '18446744073709551615-0', 'LIMIT', excess)
end
local bytes = 0
for i = 3, #ARGV do bytes = bytes + #ARGV[i] end
if used() + bytes > bound then
  local acknowledged = redis.call('EXISTS', KEYS[1]) == 1 and floor()
  if acknowledged then redis.call('XTRIM', KEYS[1], 'MINID', '=', acknowledged) end
  if used() + bytes > bound then
    return redis.error_reply('FULL ' .. used() .. ' of ' .. bound .. ' bytes are taken by what is not acknowledged: ' .. KEYS[1])
  end
end
local ids = {}
for i = 3, #ARGV do ids[#ids + 1] = redis.call('XADD', KEYS[1], '*', 'v', ARGV[i]) end
return ids`)

/**
 * KEYS: stream. ARGV: group, consumer, count, where in the consumer's pending entries to go on (empty: nowhere),
 * ids to leave out there. Replies with entries, where to go on next time, and the stream's last id when there are none.
 */
export const read = script(`${field}${claim}
local group, consumer, count, from = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local entries = {}
if from ~= '' then
  local skipped = {}
  for i = 5, #ARGV do skipped[ARGV[i]] = true end
  while #entries == 0 and from ~= '' do
    local rows = redis.call('XPENDING', KEYS[1], group, from, '+', count, consumer)
    from = ''
    for _, row in ipairs(rows) do
      from = '(' .. row[1]
      if not skipped[row[1]] then claim(entries, row, group, consumer) end
    end
  end
  if #entries > 0 then return {entries, from, ''} end
end
local reply = redis.call('XREADGROUP', 'GROUP', group, consumer, 'COUNT', count, 'STREAMS', KEYS[1], '>')
if not reply then return {entries, '', field(redis.call('XINFO', 'STREAM', KEYS[1]), 'last-generated-id')} end
for _, entry in ipairs(reply[1][2]) do entries[#entries + 1] = {entry[1], entry[2][2], 1} end
return {entries, '', ''}`)

/** KEYS: stream. ARGV: group, consumer, idle milliseconds, count. Replies with entries. */
export const claimIdle = script(`${claim}
local group, consumer, idle, count = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local entries, from, rows = {}, '-', nil
repeat
  rows = redis.call('XPENDING', KEYS[1], group, 'IDLE', idle, from, '+', count)
  for _, row in ipairs(rows) do
    from = '(' .. row[1]
    if row[2] ~= consumer and #entries < count then claim(entries, row, group, consumer) end
  end
until #rows < count or #entries >= count
return entries`)

/** KEYS: stream. Replies with length, last id, and name, pending, lag of each group; nil when there is no stream. */
export const info = script(`${field}
if redis.call('EXISTS', KEYS[1]) == 0 then return false end
local length = redis.call('XLEN', KEYS[1])
local groups = {}
for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
  -- The server knows no lag after somebody deleted entries by hand: then it is this at most.
  groups[#groups + 1] = {field(group, 'name'), field(group, 'pending'), field(group, 'lag') or length}
end
return {length, field(redis.call('XINFO', 'STREAM', KEYS[1]), 'last-generated-id'), groups}`)
