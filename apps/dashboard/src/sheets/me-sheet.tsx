import {
  mdiAccessPoint,
  mdiAccountPlusOutline,
  mdiChevronRight,
  mdiKeyOutline,
  mdiKeyboardOutline,
  mdiLogout,
} from '@mdi/js'
import type { Tone } from '@tali/contracts'
import { useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import type { Sheet } from '../data/route.ts'
import { themes } from '../data/theme.ts'
import { Button } from '../parts/button.tsx'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { useSaving } from '../parts/saving.tsx'
import { SheetPanel } from '../parts/sheet.tsx'
import { initialOf } from '../shell/navigation.tsx'
import { languageNames } from '../words/words.ts'
import css from './sheets.module.css'

const tones: Tone[] = ['plain', 'warm', 'brief']

/** The resident and this browser: each change is kept at once. */
export function MeSheet() {
  const { api, session, theme, router } = useApp()
  const { t, language } = useWords()
  const me = session.me.value
  const [name, setName] = useState(me?.resident.name ?? '')
  const saving = useSaving()
  if (!me) return null
  const admin = me.resident.role === 'admin'
  function change(what: Parameters<typeof api.changeMe>[0]): void {
    void saving.run(async () => session.enter(await api.changeMe(what)))
  }
  return (
    <SheetPanel title={t.me.title}>
      <div class={css.who}>
        <i aria-hidden="true">{initialOf(me.resident.name)}</i>
        <label class={parts.field}>
          <span>
            {t.me.name} · {admin ? t.me.admin : t.me.resident}
          </span>
          <input
            class={parts.input}
            value={name}
            maxLength={60}
            onInput={(event) => setName(event.currentTarget.value)}
            onChange={() => name.trim() !== '' && change({ name: name.trim() })}
          />
        </label>
      </div>
      <div class={parts.field}>
        <span>{t.me.language}</span>
        <Choices
          name={t.me.language}
          value={language}
          options={languageNames}
          onChoose={(one) => change({ language: one })}
        />
      </div>
      <div class={parts.field}>
        <span>{t.me.tone}</span>
        <Choices
          name={t.me.tone}
          value={me.tone}
          options={tones.map((tone) => ({ value: tone, label: t.me.tones[tone] }))}
          onChoose={(tone) => change({ tone })}
        />
        <small class={parts.hint}>{t.me.toneExamples[me.tone]}</small>
      </div>
      <div class={parts.field}>
        <span>{t.me.theme}</span>
        <Choices
          name={t.me.theme}
          value={theme.choice.value}
          options={themes.map((one) => ({ value: one, label: t.me.themes[one] }))}
          onChoose={(one) => theme.choose(one)}
        />
      </div>
      {saving.state === 'failed' && <ProblemNote error={saving.error} />}
      <ul class={css.menu}>
        {admin && <Entry icon={mdiAccountPlusOutline} text={t.me.add} sheet={{ kind: 'pairing' }} />}
        {admin && <Entry icon={mdiAccessPoint} text={t.me.devices} sheet={{ kind: 'devices' }} />}
        <Entry icon={mdiKeyOutline} text={t.me.tokens} sheet={{ kind: 'tokens' }} />
        <Entry icon={mdiKeyboardOutline} text={t.me.keys} sheet={{ kind: 'keys' }} />
      </ul>
      <div class={css.danger}>
        <p class={css.hint}>{t.me.signOutHint}</p>
        <Button
          icon={mdiLogout}
          disabled={saving.state === 'saving'}
          onClick={() =>
            void saving.run(async () => {
              await session.signOut()
              router.go('/welcome', { replace: true })
            })
          }
        >
          {t.me.signOut}
        </Button>
      </div>
    </SheetPanel>
  )
}

function Entry({ icon, text, sheet }: { icon: string; text: string; sheet: Sheet }) {
  const { router } = useApp()
  return (
    <li>
      <button type="button" onClick={() => router.open(sheet)}>
        <Icon path={icon} />
        {text}
        <Icon path={mdiChevronRight} size={20} />
      </button>
    </li>
  )
}
