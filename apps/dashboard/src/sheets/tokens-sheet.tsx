import { mdiDeleteOutline } from '@mdi/js'
import type { TokenInfo } from '@tali/contracts'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Button, RoundButton } from '../parts/button.tsx'
import { Copy } from '../parts/copy.tsx'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useSaving } from '../parts/saving.tsx'
import { SheetPanel } from '../parts/sheet.tsx'
import css from './sheets.module.css'

/** Tokens for programs. A new one is shown once, since only its hash is kept. */
export function TokensSheet() {
  const { api, clock } = useApp()
  const words = useWords()
  const { t } = words
  const [tokens, setTokens] = useState<TokenInfo[] | null>(null)
  const [name, setName] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const saving = useSaving()
  const load = async (): Promise<void> => setTokens(await api.tokens())
  useEffect(() => void saving.run(load), [])
  return (
    <SheetPanel title={t.tokens.title}>
      <p>{t.tokens.text}</p>
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          void saving.run(async () => {
            const created = await api.makeToken(name.trim())
            setMade(created.token)
            setName('')
            await load()
          })
        }}
      >
        <label class={parts.field}>
          <span>{t.tokens.name}</span>
          <input
            class={parts.input}
            value={name}
            maxLength={80}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <Button type="submit" look="main" disabled={name.trim() === '' || saving.state === 'saving'}>
          {t.tokens.make}
        </Button>
      </form>
      {made && (
        <div class={parts.field}>
          <span>{t.tokens.once}</span>
          <Copy text={made} />
        </div>
      )}
      {saving.state === 'failed' && <ProblemNote error={saving.error} />}
      {tokens?.length === 0 && <p class={css.hint}>{t.tokens.empty}</p>}
      {tokens && tokens.length > 0 && (
        <ul class={css.tokens}>
          {tokens.map((token) => (
            <li key={token.id}>
              <span>
                {token.name}
                <small>
                  {token.lastUsedAt ? t.tokens.used(words.ago(token.lastUsedAt, clock.now())) : t.tokens.unused}
                </small>
              </span>
              <RoundButton
                icon={mdiDeleteOutline}
                name={t.tokens.remove(token.name)}
                onClick={() =>
                  void saving.run(async () => {
                    await api.removeToken(token.id)
                    await load()
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </SheetPanel>
  )
}
