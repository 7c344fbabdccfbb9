import { alarmControlPanelComponent } from './alarm-control-panel.ts'
import { binarySensorComponent } from './binary-sensor.ts'
import { buttonComponent } from './button.ts'
import { climateComponent } from './climate.ts'
import type { Component } from './component.ts'
import { coverComponent } from './cover.ts'
import { deviceTrackerComponent } from './device-tracker.ts'
import { deviceAutomationComponent, eventComponent } from './event.ts'
import { fanComponent } from './fan.ts'
import { humidifierComponent } from './humidifier.ts'
import { lawnMowerComponent } from './lawn-mower.ts'
import { lightComponent } from './light.ts'
import { lockComponent } from './lock.ts'
import { mediaPlayerComponent } from './media-player.ts'
import { numberComponent } from './number.ts'
import { sceneComponent } from './scene.ts'
import { selectComponent } from './select.ts'
import { sensorComponent } from './sensor.ts'
import { sirenComponent } from './siren.ts'
import { switchComponent } from './switch.ts'
import { textComponent } from './text.ts'
import { updateComponent } from './update.ts'
import { vacuumComponent } from './vacuum.ts'
import { valveComponent } from './valve.ts'
import { waterHeaterComponent } from './water-heater.ts'

/** What TALI knows of Home Assistant's MQTT components. A component's domain is its name, device triggers aside. */
export const components: ReadonlyMap<string, Component> = new Map<string, Component>([
  ['alarm_control_panel', alarmControlPanelComponent],
  ['binary_sensor', binarySensorComponent],
  ['button', buttonComponent],
  ['climate', climateComponent],
  ['cover', coverComponent],
  ['device_automation', deviceAutomationComponent],
  ['device_tracker', deviceTrackerComponent],
  ['event', eventComponent],
  ['fan', fanComponent],
  ['humidifier', humidifierComponent],
  ['lawn_mower', lawnMowerComponent],
  ['light', lightComponent],
  ['lock', lockComponent],
  ['media_player', mediaPlayerComponent],
  ['number', numberComponent],
  ['scene', sceneComponent],
  ['select', selectComponent],
  ['sensor', sensorComponent],
  ['siren', sirenComponent],
  ['switch', switchComponent],
  ['text', textComponent],
  ['update', updateComponent],
  ['vacuum', vacuumComponent],
  ['valve', valveComponent],
  ['water_heater', waterHeaterComponent],
])
