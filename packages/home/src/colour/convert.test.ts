import { describe, expect, it } from 'vitest'
import { hsToRgb, kelvinToRgb, rgbToHs, rgbToXy, xyToRgb, type Hs, type Rgb } from './convert.ts'
import { colourNamed } from './names.ts'

describe('colours', () => {
  it.each<[Rgb, Hs]>([
    [
      [255, 0, 0],
      [0, 100],
    ],
    [
      [0, 255, 0],
      [120, 100],
    ],
    [
      [0, 0, 255],
      [240, 100],
    ],
    [
      [255, 255, 255],
      [0, 0],
    ],
    [
      [255, 128, 0],
      [30.118, 100],
    ],
    [
      [255, 0, 255],
      [300, 100],
    ],
  ])('%j is hue and saturation %j, and back', (rgb, hs) => {
    expect(rgbToHs(rgb)).toEqual(hs)
    expect(hsToRgb(hs)).toEqual(rgb)
  })

  it('go through CIE xy and come back alike', () => {
    for (const rgb of [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [255, 200, 100],
    ] satisfies Rgb[]) {
      const back = xyToRgb(rgbToXy(rgb))
      expect(back.every((channel, i) => Math.abs(channel - (rgb[i] ?? 0)) <= 12)).toBe(true)
    }
  })

  it('of a black body run from red to blue', () => {
    expect([kelvinToRgb(2_000), kelvinToRgb(6_600), kelvinToRgb(12_000)]).toEqual([
      [255, 137, 14],
      [255, 255, 255],
      [191, 211, 255],
    ])
  })

  it('have names, in whatever way they are written', () => {
    expect([colourNamed('Light Blue'), colourNamed('lightblue'), colourNamed('toString')]).toEqual([
      [173, 216, 230],
      [173, 216, 230],
      null,
    ])
  })
})
