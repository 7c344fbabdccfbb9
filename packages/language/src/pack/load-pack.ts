import type { Block, Fault, LanguagePack, List, SourceFile, Template } from './pack.ts'
import { readList, readTemplate } from './read-list.ts'
import { YamlReader } from './yaml-reader.ts'

/** What came of reading sentence files: one pack a language, and all that could not be used, by file and line. */
export interface LoadedPacks {
  readonly packs: readonly LanguagePack[]
  readonly faults: readonly Fault[]
}

/**
 * Reads sentence files in Home Assistant's format (`custom_sentences/<language>/*.yaml`, or a whole language of its
 * own). What is faulty is reported and left out; the rest is used. Files of one language become one pack.
 */
export function loadPack(files: readonly SourceFile[]): LoadedPacks {
  const faults: Fault[] = []
  const packs = new Map<string, LanguagePack>()
  for (const file of files) {
    const pack = readFile(file, faults)
    if (!pack) continue
    const before = packs.get(pack.language)
    packs.set(pack.language, before ? mergePacks([before, pack]) : pack)
  }
  return { packs: [...packs.values()], faults }
}

/**
 * Packs of one language as one: blocks add up, values of a list that both have add up, and of anything else that both
 * have the later one holds. So a home's own sentences may use and widen the rules and lists that are built in.
 *
 * @throws Error when there is no pack
 */
export function mergePacks(packs: readonly LanguagePack[]): LanguagePack {
  const [first] = packs
  if (!first) throw new Error('no packs to merge')
  const lists = new Map<string, List>()
  for (const pack of packs) for (const [name, list] of pack.lists) lists.set(name, mergeLists(lists.get(name), list))
  return {
    language: first.language,
    blocks: packs.flatMap((pack) => pack.blocks),
    rules: new Map(packs.flatMap((pack) => [...pack.rules])),
    lists,
    skipWords: packs.flatMap((pack) => pack.skipWords),
    openings: packs.flatMap((pack) => pack.openings),
    closings: packs.flatMap((pack) => pack.closings),
  }
}

function mergeLists(before: List | undefined, list: List): List {
  if (before?.type !== 'values' || list.type !== 'values') return list
  return { type: 'values', values: [...before.values, ...list.values] }
}

function readFile(file: SourceFile, faults: Fault[]): LanguagePack | undefined {
  const top = YamlReader.open(file, faults)
  if (!top) return undefined
  if (!top.isMap) {
    top.fault('a sentence file is a mapping with "language" and "intents"')
    return undefined
  }
  const language = top.get('language').missing ? undefined : top.get('language').text('language')
  if (language === undefined) {
    if (top.get('language').missing) top.fault('"language" is missing')
    return undefined
  }
  return {
    language,
    blocks: top
      .get('intents')
      .entries('intents')
      .flatMap(([intent, reader]) => readIntent(intent, reader)),
    rules: readRules(top.get('expansion_rules')),
    lists: readLists(top.get('lists')),
    skipWords: readTexts(top.get('skip_words'), 'skip_words'),
    openings: readTexts(top.get('openings'), 'openings'),
    closings: readTexts(top.get('closings'), 'closings'),
  }
}

function readIntent(intent: string, reader: YamlReader): Block[] {
  const data = reader.get('data')
  if (data.missing) {
    reader.fault(`intent ${intent} has no "data"`)
    return []
  }
  return data.items(`data of ${intent}`).flatMap((item) => readBlock(intent, item) ?? [])
}

function readBlock(intent: string, reader: YamlReader): Block | undefined {
  if (reader.get('sentences').missing) {
    reader.fault(`a block of ${intent} has no "sentences"`)
    return undefined
  }
  const response = reader.get('response')
  return {
    intent,
    sentences: reader
      .get('sentences')
      .items(`sentences of ${intent}`)
      .flatMap((item) => readTemplate(item, `a sentence of ${intent}`) ?? []),
    slots: reader.get('slots').record(`slots of ${intent}`),
    requiresContext: reader.get('requires_context').record(`requires_context of ${intent}`),
    excludesContext: reader.get('excludes_context').record(`excludes_context of ${intent}`),
    requiredKeywords: readTexts(reader.get('required_keywords'), 'required_keywords'),
    rules: readRules(reader.get('expansion_rules')),
    lists: readLists(reader.get('lists')),
    metadata: reader.get('metadata').record(`metadata of ${intent}`),
    response: response.missing ? undefined : response.text(`response of ${intent}`),
  }
}

function readRules(reader: YamlReader): Map<string, Template> {
  const rules = new Map<string, Template>()
  for (const [name, value] of reader.entries('expansion_rules')) {
    const template = readTemplate(value, `rule <${name}>`)
    if (template) rules.set(name, template)
  }
  return rules
}

function readLists(reader: YamlReader): Map<string, List> {
  const lists = new Map<string, List>()
  for (const [name, value] of reader.entries('lists')) {
    const list = readList(value, name)
    if (list) lists.set(name, list)
  }
  return lists
}

function readTexts(reader: YamlReader, what: string): string[] {
  return reader.items(what).flatMap((item) => item.text(`an item of ${what}`) ?? [])
}
