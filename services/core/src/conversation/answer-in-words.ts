import type { Choice } from '@tali/contracts'
import type { PendingQuestion } from '../gate/questions.ts'

const yes: Readonly<Record<string, readonly string[]>> = {
  en: [
    'yes',
    'yes please',
    'yeah',
    'yep',
    'sure',
    'ok',
    'okay',
    'do it',
    'please do',
    'go ahead',
    'confirm',
    'that is right',
    "that's right",
    'correct',
  ],
  de: [
    'ja',
    'ja bitte',
    'jawohl',
    'jo',
    'klar',
    'ok',
    'okay',
    'gerne',
    'mach das',
    'mach',
    'tu das',
    'bestätigen',
    'stimmt',
    'richtig',
    'genau',
  ],
}
const no: Readonly<Record<string, readonly string[]>> = {
  en: ['no', 'no thanks', 'no thank you', 'nope', "don't", 'do not', 'stop', 'cancel', 'leave it'],
  de: ['nein', 'nein danke', 'nee', 'nicht', 'lass es', 'lass das', 'stopp', 'abbrechen'],
}

/** The choice that a text stands for, when it stands for exactly one: yes or no, a name, or a part of one name only. */
export function answerInWords(
  text: string,
  language: string,
  open: { questionId: string; question: PendingQuestion } | null,
): { questionId: string; choiceId: string } | null {
  const said = text
    .trim()
    .toLocaleLowerCase()
    .replace(/[.!?,]+$/g, '')
  if (!open || said === '') return null
  const meant = open.question.choices.filter((choice) => isMeant(choice, said, language))
  const [only] = meant
  return meant.length === 1 && only ? { questionId: open.questionId, choiceId: only.id } : null
}

function isMeant(choice: Choice, said: string, language: string): boolean {
  if (choice.kind === 'yes') return (yes[language] ?? yes['en'])?.includes(said) ?? false
  if (choice.kind === 'no') return (no[language] ?? no['en'])?.includes(said) ?? false
  const names = [choice.label, ...(choice.hint ? [`${choice.label} ${choice.hint}`, choice.hint] : [])].map((name) =>
    name.toLocaleLowerCase(),
  )
  const bare = said.replace(/^(the|in the|the one in the|die|der|das|den|im|in der|die im|das im|der im) /, '')
  return names.some((name) => name === said || name === bare || words(name).isSupersetOf(words(bare)))
}

function words(text: string): Set<string> {
  return new Set(text.split(/[\s-]+/).filter((word) => word !== ''))
}
