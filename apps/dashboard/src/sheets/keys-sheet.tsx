import { useWords } from '../app.ts'
import { SheetPanel } from '../parts/sheet.tsx'
import css from './sheets.module.css'

export function KeysSheet() {
  const { t } = useWords()
  const keys: [string[], string][] = [
    [['/'], t.keys.slash],
    [['Enter'], t.keys.enter],
    [['Shift', 'Enter'], t.keys.shiftEnter],
    [['↑'], t.keys.up],
    [['Esc'], t.keys.escape],
    [['g', 'c'], t.keys.chat],
    [['g', 'h'], t.keys.house],
    [['g', 't'], t.keys.timeline],
    [['g', 's'], t.keys.system],
    [['?'], t.keys.help],
  ]
  return (
    <SheetPanel title={t.keys.title}>
      <dl class={css.keys}>
        {keys.map(([strokes, text]) => (
          <div key={text + strokes.join('')}>
            <dt>{text}</dt>
            <dd>
              {strokes.map((stroke) => (
                <kbd key={stroke}>{stroke}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </SheetPanel>
  )
}
