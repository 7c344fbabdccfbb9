/** Letters that do not decompose into a plain letter and marks, written as Home Assistant's slugs write them. */
const latin = 'ßss æae œoe øo đd ðd łl þth ħh ıi ŋng ŧt ĸk ſs ƒf ǝe ə@ ×x'
const greek = 'αa βb γg δd εe ζz ηe θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υu φph χkh ψps ωo'
const cyrillic =
  'аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юiu яia ' +
  'іi їi єie ґg ўu ђdj јj љlj њnj ћc џdz ѓg ќk ѕdz'
const letters = new Map(
  [latin, greek, cyrillic]
    .flatMap((table) => table.split(' '))
    .map((pair) => [pair.charAt(0), pair.slice(1).replace('@', '')]),
)

/**
 * The object id that Home Assistant makes of a name: `Küchenlicht` → `kuchenlicht`, `Straße Süd` → `strasse_sud`.
 * Latin, Greek and Cyrillic letters are transliterated; of other scripts nothing is kept. Empty when nothing is left.
 */
export function slug(name: string): string {
  const plain = name
    .replace(/['’]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => letters.get(letter) ?? (/[\p{L}\p{N}]/u.test(letter) ? '' : ' '))
  return plain
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100)
}
