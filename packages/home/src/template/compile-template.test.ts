import { describe, expect, it } from 'vitest'
import { compileTemplate, type Value } from './index.ts'

const json = {
  state: 'ON',
  temperature: 21.456,
  'x-y': 5,
  a: { b: [7, 8] },
  nothing: null,
  yes: true,
  text: ' Kitchen Lamp ',
  items: [3, 1, 2],
}

function render(source: string, value: Value = JSON.stringify(json), given: Value = json): string | null {
  const compiled = compileTemplate(source)
  if (!compiled.ok) throw new Error(compiled.sentence)
  return compiled.template.render(value, () => given, { position_open: 100, entity_id: 'cover.blind' })
}

describe('compileTemplate', () => {
  it.each([
    // members
    ['{{ value_json.state }}', 'ON'],
    ['{{ value_json.a.b[0] }}', '7'],
    ['{{ value_json.a.b[-1] }}', '8'],
    ["{{ value_json['x-y'] }}", '5'],
    ["{{ value_json['a']['b'] | last }}", '8'],
    ['{{ value_json.nothing }}', 'None'],
    ['{{ value_json.missing }}', ''],
    ['{{ value_json.yes }}', 'True'],
    ['{{value_json.constructor}}{{value_json.__proto__}}', ''],
    ['{{ value }}', JSON.stringify(json)],
    ['{{ value[:2] }}|{{ value[-1:] }}', '{"|}'],
    // conversions and defaults
    ['{{ value_json.temperature | round(1) }}', '21.5'],
    ['{{ value_json.temperature | int }}', '21'],
    ["{{ '12.7' | int }} {{ 'ff' | int(base=16) }} {{ '0x1A' | int(0, 16) }}", '12 255 26'],
    ["{{ 'x' | float(0) }} {{ 'x' | int(default=4) }}", '0 4'],
    ["{{ value_json.missing | default('none') }}", 'none'],
    ["{{ value_json.nothing | default('none') }}|{{ value_json.nothing | default('none', true) }}", 'None|none'],
    ['{{ 0.5 | round }} {{ 1.5 | round }} {{ 2.5 | round }} {{ 2.675 | round(2) }}', '0 2 2 2.67'],
    ["{{ 21.26 | round(1, 'floor') }} {{ 21.21 | round(1, 'ceil') }} {{ 21.3 | round(0, 'half') }}", '21.2 21.3 21.5'],
    ["{{ 'on' | bool }} {{ 'maybe' | bool(false) }}", 'True False'],
    // texts
    ['{{ value_json.text | trim | lower | replace(" ", "_") }}', 'kitchen_lamp'],
    ["{{ 'living room' | title }} {{ 'living' | upper }} {{ 'abc' | capitalize }}", 'Living Room LIVING Abc'],
    ["{{ value_json.state.lower() }} {{ 'a,b,c'.split(',')[1] }} {{ ','.join(['x', 'y']) }}", 'on b x,y'],
    ["{{ 'temp' ~ 1 ~ none }}", 'temp1None'],
    [
      "{{ '#%02x%02x' % (1, 255) }} {{ '%.1f' | format(2.345) }} {{ '%5d|%-4s|' % (42, 'a') }}",
      '#01ff 2.3    42|a   |',
    ],
    ["{{ 'a' 'b' }}{{ \"it's\" }}{{ 'tab\\tend' }}", "abit'stab\tend"],
    // arithmetic
    ['{{ 7 / 2 }} {{ 7 // 2 }} {{ 7 % 3 }} {{ -7 % 3 }} {{ -7 // 2 }} {{ 2 ** 3 }}', '3.5 3 1 2 -4 8'],
    ['{{ (value_json.temperature * 9 / 5 + 32) | round(0) }}', '71'],
    ['{{ 1 + 2 * 3 - 4 }} {{ -1 | abs }} {{ [1, 2] + [3] }}', '3 1 [1,2,3]'],
    ['{{ [3, 1, 2] | max }} {{ min(4, 2) }} {{ value_json.items | sum }} {{ value_json.items | length }}', '3 2 6 3'],
    // logic
    ["{{ value_json.state == 'ON' }} {{ value_json.state != 'ON' }}", 'True False'],
    ['{{ 1 < 2 < 3 }} {{ 3 >= 3 and not 2 > 3 }} {{ true == 1 }}', 'True True True'],
    ["{{ 'N' in value_json.state }} {{ 9 not in value_json.items }} {{ 'state' in value_json }}", 'True True True'],
    ["{{ value_json.missing or 'x' }} {{ '' and 'y' }}", 'x'],
    ["{{ 'on' if value_json.yes else 'off' }} {{ 'on' if false }}", 'on'],
    ["{{ iif(value_json.state == 'ON', 1, 0) }} {{ value_json.yes | iif('a', 'b') }}", '1 a'],
    [
      '{{ value_json.a is defined }} {{ value_json.q is not defined }} {{ value_json.nothing is none }}',
      'True True True',
    ],
    [
      "{{ 4 is divisibleby 2 }} {{ 3 is odd }} {{ 'x' is string }} {{ 'a' is in ['a'] }} {{ '12' | is_number }}",
      'True True True True True',
    ],
    // dicts and lists
    ["{{ {'a': 1, None: 2}[none] }} {{ {'a': 1}.get('b', 7) }} {{ value_json.get('state') }}", '2 7 ON'],
    ["{{ {'state': value_json.state, 'n': [1, true]} | tojson }}", '{"state":"ON","n":[1,true]}'],
    ["{{ ('[1,2]' | from_json)[1] }} {{ value_json.a.keys() | list | first }}", '2 b'],
    ["{{ 'x,y' | replace(',', ';') | length }} {{ (1, 2) | join('-') }}", '3 1-2'],
    // statements
    [
      '{% if value_json.temperature > 30 %}hot{% elif value_json.temperature > 20 %}warm{% else %}cold{% endif %}',
      'warm',
    ],
    ["{% set map = {'ON': 'open'} %}{% set n = 2 %}{{ map[value_json.state] }}{{ n + 1 }}", 'open3'],
    ['{%- if true -%}  a  {%- endif -%}  {# note #} b', 'a b'],
    ['{% if value_json.missing %}x{% endif %}', ''],
    ['{{ {"a": {"b": 1}} }}', '{"a":{"b":1}}'],
    ['plain', 'plain'],
    ['', ''],
    ['{{ position_open }} {{ entity_id }}', '100 cover.blind'],
  ])('renders %s', (source, expected) => {
    expect(render(source)).toBe(expected)
  })

  it.each([
    ['{{ value_json.a.q.z }}', 'a member of something undefined'],
    ['{{ value | float }}', 'a number that is none, without a default'],
    ['{{ 1 / 0 }}', 'a division by zero'],
    ["{{ 'a' + 1 }}", 'a text and a number'],
    ["{{ 'a' < 1 }}", 'what has no order'],
    ['{{ none.lower() }}', 'a method of nothing'],
    ['{{ value_json.missing | is_defined }}', 'what must be defined'],
  ])('answers null for %s: %s', (source) => {
    expect(render(source)).toBeNull()
  })

  it.each([
    ["{{ states('sensor.x') }}", 'it calls states(), which TALI does not have'],
    ['{{ now() }}', 'it calls now()'],
    ["{{ value | regex_replace('a', 'b') }}", 'it uses the filter regex_replace'],
    ['{% for x in y %}{% endfor %}', 'it uses {% for %}'],
    ["{{ value is match('a') }}", 'it uses the test match'],
    ['{{ value.__class__() }}', 'it calls .__class__()'],
    ['{{ value', 'a {{ is not closed'],
    ['{{ }}', 'where a value should be'],
    ['{{ 1 2 }}', 'where }} should be'],
    ['{% if a %}b', 'where endif should be'],
    ["{{ 'a }}", 'a text is not closed'],
    ['{{ a ; b }}', 'where nothing of the kind may stand'],
    ['{{ ) }}', 'a closing ) has no opening one'],
    [`{{ ${'('.repeat(100)}1${')'.repeat(100)} }}`, 'nested too deeply'],
    [`{{ ${'not '.repeat(100)}1 }}`, 'nested too deeply'],
    [`{{ ${'-'.repeat(100)}1 }}`, 'nested too deeply'],
    [`{{ ${'1+'.repeat(2_500)}1 }}`, 'too many parts'],
    [`{{ '${'x'.repeat(9_000)}' }}`, 'it is too long'],
  ])('refuses %s with a sentence', (source, sentence) => {
    const compiled = compileTemplate(source)
    expect(compiled.ok).toBe(false)
    expect(!compiled.ok && compiled.sentence).toContain(sentence)
  })

  it('keeps what it makes within bounds', () => {
    expect(render("{{ 'x' * 100000 }}")).toBeNull()
    expect(
      render('{% set a = value ~ value %}{% set a = a ~ a %}{% set a = a ~ a %}{{ a }}', 'x'.repeat(30_000)),
    ).toBeNull()
    expect(render("{{ value | replace('x', value) }}", 'x'.repeat(1_000))).toBeNull()
  })

  it('does not look at the same list without end', () => {
    const doubling = '{% set a = [a, a] %}'.repeat(60)
    const start = performance.now()
    expect(render(`{% set a = [1] %}${doubling}{{ a }}`)).toBeNull()
    expect(render(`{% set a = [1] %}${doubling}{{ a == [a[0], a[0]] }}`)).toBe('True')
    expect(render(`{% set a = [1] %}${doubling}{% set b = a %}{% set a = [1] %}${doubling}{{ a == b }}`)).toBeNull()
    expect(render(`{% set a = [1] %}${doubling}{{ 2 in a }}`)).toBe('False')
    expect(render("{{ ('[' * 5000) | from_json('deep') }}")).toBe('deep')
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  it('parses the JSON only when it is asked for', () => {
    const compiled = compileTemplate('{{ value | upper }}')
    let asked = 0
    const text =
      compiled.ok &&
      compiled.template.render('on', () => {
        asked += 1
        return undefined
      })
    expect([text, asked]).toEqual(['ON', 0])
  })
})
