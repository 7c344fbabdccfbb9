export type Rgb = [red: number, green: number, blue: number]

/** Hue in degrees and saturation in per cent, at full value (HSV), as Home Assistant's `hs_color`. */
export function rgbOfHs(hue: number, saturation: number): Rgb {
  const s = saturation / 100
  const channel = (n: number): number => {
    const k = (n + hue / 60) % 6
    return Math.round(255 * (1 - s * Math.max(0, Math.min(k, 4 - k, 1))))
  }
  return [channel(5), channel(3), channel(1)]
}

export function hsOfRgb([red, green, blue]: Rgb): [hue: number, saturation: number] {
  const max = Math.max(red, green, blue)
  const spread = max - Math.min(red, green, blue)
  if (spread === 0) return [0, 0]
  const sector =
    max === red
      ? ((green - blue) / spread + 6) % 6
      : max === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4
  return [Math.round(sector * 60), Math.round((spread / max) * 100)]
}

/**
 * How a white of this temperature looks on a screen, for the swatch and the strip. Tanner Helland's fit of the Planckian
 * locus (tannerhelland.com, 2012), good between 1,000 and 40,000 K.
 */
export function rgbOfKelvin(kelvin: number): Rgb {
  const t = kelvin / 100
  const byte = (value: number): number => Math.round(Math.max(0, Math.min(255, value)))
  return [
    t <= 66 ? 255 : byte(329.7 * (t - 60) ** -0.1332),
    byte(t <= 66 ? 99.47 * Math.log(t) - 161.1 : 288.1 * (t - 60) ** -0.0755),
    t >= 66 ? 255 : t <= 19 ? 0 : byte(138.5 * Math.log(t - 10) - 305),
  ]
}

export function cssOf([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`
}

/** The colour that a light shows, from the attributes that it reports; null for one that reports none. */
export function rgbOfLight(attributes: Record<string, unknown>): Rgb | null {
  const kelvin = attributes['color_temp_kelvin']
  if (attributes['color_mode'] === 'color_temp' && typeof kelvin === 'number') return rgbOfKelvin(kelvin)
  const rgb = numbersOf(attributes['rgb_color'])
  if (rgb.length === 3) return [rgb[0] ?? 0, rgb[1] ?? 0, rgb[2] ?? 0]
  const hs = numbersOf(attributes['hs_color'])
  if (hs.length === 2) return rgbOfHs(hs[0] ?? 0, hs[1] ?? 0)
  return typeof kelvin === 'number' ? rgbOfKelvin(kelvin) : null
}

export function numbersOf(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : []
}
