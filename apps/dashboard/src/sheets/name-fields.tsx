import { useWords } from '../app.ts'
import parts from '../parts/parts.module.css'

export interface NameFieldsProps {
  labels: { name: string; aliases: string }
  name: string
  aliases: string
  onName: (name: string) => void
  onAliases: (aliases: string) => void
}

/** What a thing or a room is called, and what else people call it. */
export function NameFields({ labels, name, aliases, onName, onAliases }: NameFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <label class={parts.field}>
        <span>{labels.name}</span>
        <input
          class={parts.input}
          value={name}
          maxLength={80}
          required
          onInput={(event) => onName(event.currentTarget.value)}
        />
      </label>
      <label class={parts.field}>
        <span>{labels.aliases}</span>
        <input class={parts.input} value={aliases} onInput={(event) => onAliases(event.currentTarget.value)} />
        <small class={parts.hint}>{t.entity.aliasesHint}</small>
      </label>
    </>
  )
}
