export const suggestions = {
  light: (name: string): string => `Schalte ${name} ein`,
  cover: (name: string): string => `Mach ${name} zu`,
  warmth: (place: string): string => `Wie warm ist es ${place}?`,
  openings: 'Sind alle Fenster zu?',
  lights: 'Welche Lichter sind an?',
  why: (name: string): string => `Warum ging ${name} an?`,
  happened: 'Was ist heute passiert?',
  time: 'Wie spät ist es?',
  list: 'Setz Milch auf die Einkaufsliste',
}
