/** What can be asked the value of: device classes and attributes of Home Assistant that the languages have a noun for. */
export const quantities = [
  'temperature', 'target_temperature', 'humidity', 'battery', 'brightness', 'illuminance', 'power', 'energy', 'pressure',
  'atmospheric_pressure', 'carbon_dioxide', 'carbon_monoxide', 'volatile_organic_compounds', 'pm25', 'pm10', 'aqi',
  'voltage', 'current', 'frequency', 'moisture', 'signal_strength', 'volume_level', 'current_position', 'percentage',
  'wind_speed', 'precipitation', 'gas', 'water', 'distance', 'weight', 'duration', 'speed', 'sound_pressure',
] as const // prettier-ignore
export type Quantity = (typeof quantities)[number]

export interface QuantityWords {
  /** "the humidity", "die Luftfeuchte" */
  the: string
  /** "humidity", without article; for a negated object ("keine Luftfeuchte"). */
  bare: string
  /** Whether a name says the quantity already: "Bathroom humidity". */
  within: RegExp
}
