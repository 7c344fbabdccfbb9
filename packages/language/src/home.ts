/** A home as plain data: what has a name, and where it is. */
export interface HomeDescription {
  readonly floors: readonly FloorDescription[]
  readonly areas: readonly AreaDescription[]
  readonly entities: readonly EntityDescription[]
}

export interface FloorDescription {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** 0 is the ground floor. With levels, `upstairs` and `downstairs` are known. */
  readonly level?: number | null
}

export interface AreaDescription {
  readonly id: string
  readonly name: string
  readonly floorId: string | null
  readonly aliases: readonly string[]
}

export interface EntityDescription {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Home Assistant's domain: `light`, `cover`, `binary_sensor`, `person`, … */
  readonly domain: string
  /** Home Assistant's device class: `blind`, `window`, `humidity`, … */
  readonly deviceClass: string | null
  readonly areaId: string | null
  /** `config` and `diagnostic` entities answer to their exact name only, batteries and restart buttons aside. */
  readonly category?: 'config' | 'diagnostic' | null
  /**
   * What it can do; the keys that count are in `capabilityOf`. A key that is missing or false means it cannot.
   * Undefined: nothing is known of it, and it may be asked anything.
   */
  readonly capabilities?: Readonly<Record<string, unknown>>
}
