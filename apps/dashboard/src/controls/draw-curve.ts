import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Points } from '../data/history.ts'

/** Draws a step line of readings into `root`, whose size it takes, in the page's colours. The answer takes it away. */
export function drawCurve(
  root: HTMLElement,
  points: Points,
  options: { axes: boolean; now: number; label: (value: number) => string; time: (ms: number) => string },
): () => void {
  const style = getComputedStyle(root)
  const colour = (token: string): string => style.getPropertyValue(token).trim()
  const stroke = resolved(root, 'var(--cool)')
  const quiet = resolved(root, 'var(--quiet)')
  const grid = resolved(root, 'var(--line)')
  const font = `12px ${colour('--face') || 'sans-serif'}`
  const last = points.at(-1)
  const drawn: Points = last ? [...points, [options.now, last[1]]] : points
  const axis = { stroke: quiet, font, grid: { stroke: grid, width: 1 }, ticks: { show: false } }
  const plot = new uPlot(
    {
      width: root.clientWidth,
      height: root.clientHeight,
      legend: { show: false },
      cursor: { show: false },
      padding: options.axes ? [8, 4, 0, 0] : [3, 2, 3, 2],
      scales: { x: { time: true }, y: { range: (_, min, max) => padded(min, max) } },
      axes: options.axes
        ? [
            { ...axis, size: 24, space: 70, values: (_, ticks) => ticks.map((tick) => options.time(tick * 1_000)) },
            { ...axis, size: 56, space: 30, values: (_, ticks) => ticks.map(options.label) },
          ]
        : [{ show: false }, { show: false }],
      series: [
        {},
        {
          stroke,
          width: options.axes ? 2 : 1.5,
          ...(options.axes ? { fill: faded(stroke) } : {}),
          points: { show: false },
          ...(uPlot.paths.stepped ? { paths: uPlot.paths.stepped({ align: 1 }) } : {}),
        },
      ],
    },
    [drawn.map(([at]) => at / 1_000), drawn.map(([, value]) => value)],
    root,
  )
  return () => plot.destroy()
}

/** A canvas knows no custom properties: what the browser makes of one, as a plain colour. */
function resolved(root: HTMLElement, value: string): string {
  const probe = document.createElement('span')
  probe.style.color = value
  root.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

function faded(rgb: string): string {
  return rgb.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.12)')
}

/** A constant reading is a line in the middle, not at the edge; small changes are not blown up. */
function padded(min: number, max: number): [number, number] {
  const spread = Math.max(max - min, Math.abs(max) * 0.02, 0.5)
  const middle = (min + max) / 2
  return [middle - spread * 0.6, middle + spread * 0.6]
}
