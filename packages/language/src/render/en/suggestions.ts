/** Examples of what can be said. `name` carries its article, `place` its preposition. */
export const suggestions = {
  light: (name: string): string => `Turn on ${name}`,
  cover: (name: string): string => `Close ${name}`,
  warmth: (place: string): string => `How warm is it ${place}?`,
  openings: 'Are all windows closed?',
  lights: 'Which lights are on?',
  why: (name: string): string => `Why did ${name} go on?`,
  happened: 'What happened today?',
  time: 'What time is it?',
  list: 'Put milk on the shopping list',
}
