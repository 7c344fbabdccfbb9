import type { Quantity, QuantityWords } from '../quantity.ts'

function quantity(the: string, within?: RegExp): QuantityWords {
  const bare = the.slice(4)
  return { the, bare, within: within ?? new RegExp(bare, 'i') }
}

export const quantities: Readonly<Record<Quantity, QuantityWords>> = {
  temperature: quantity('die Temperatur', /temperatur/i),
  target_temperature: quantity('die Zieltemperatur'),
  humidity: quantity('die Luftfeuchte', /feucht|humidity/i),
  battery: quantity('der Batteriestand', /batterie|akku|battery/i),
  brightness: quantity('die Helligkeit', /helligkeit|brightness/i),
  illuminance: quantity('die Helligkeit', /helligkeit|beleuchtung|illuminance/i),
  power: quantity('die Leistung', /leistung|power/i),
  energy: quantity('der Verbrauch', /verbrauch|energie|energy/i),
  pressure: quantity('der Druck', /druck|pressure/i),
  atmospheric_pressure: quantity('der Luftdruck', /druck|pressure/i),
  carbon_dioxide: quantity('der Kohlendioxidwert', /kohlendioxid|co2|co₂/i),
  carbon_monoxide: quantity('der Kohlenmonoxidwert', /kohlenmonoxid|carbon monoxide/i),
  volatile_organic_compounds: quantity('der Wert für organische Stoffe', /voc|organisch/i),
  pm25: quantity('der Feinstaubwert', /feinstaub|pm ?2/i),
  pm10: quantity('der Staubwert', /staub|pm ?10/i),
  aqi: quantity('der Luftqualitätsindex', /luftqualität|air quality/i),
  voltage: quantity('die Spannung', /spannung|voltage/i),
  current: quantity('der Strom', /strom|current/i),
  frequency: quantity('die Frequenz', /frequen/i),
  moisture: quantity('die Feuchte', /feucht|moisture/i),
  signal_strength: quantity('die Signalstärke', /signal/i),
  volume_level: quantity('die Lautstärke', /lautstärke|volume/i),
  current_position: quantity('die Position'),
  percentage: quantity('die Stufe'),
  wind_speed: quantity('die Windgeschwindigkeit', /wind/i),
  precipitation: quantity('die Regenmenge', /regen|niederschlag/i),
  gas: quantity('der Gasverbrauch', /gas/i),
  water: quantity('der Wasserverbrauch', /wasser|water/i),
  distance: quantity('die Entfernung', /entfernung|distan/i),
  weight: quantity('das Gewicht', /gewicht|weight/i),
  duration: quantity('die Dauer', /dauer|duration/i),
  speed: quantity('die Geschwindigkeit', /geschwindigkeit|speed/i),
  sound_pressure: quantity('der Schallpegel', /schall|lärm|sound/i),
}
