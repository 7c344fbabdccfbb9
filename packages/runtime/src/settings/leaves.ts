import { z } from 'zod'

/** One setting of a schema, by its path, with the names it has in each layer. */
export interface Leaf {
  readonly path: string
  readonly schema: z.ZodType
  /** `--http.allowed-hosts` */
  readonly flag: string
  /** `TALI_HTTP_ALLOWED_HOSTS` */
  readonly variable: string
  readonly description: string
  /** Secrets are never shown, and may come from a file named by `<variable>_FILE`. */
  readonly secret: boolean
}

/** Marks a setting as a secret: `z.string().meta({ secret: true })`. */
export function leavesOf(schema: z.ZodObject, prefix = ''): Leaf[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const path = prefix ? `${prefix}.${key}` : key
    const inner =
      value instanceof z.ZodDefault || value instanceof z.ZodPrefault || value instanceof z.ZodOptional
        ? value.unwrap()
        : value
    if (inner instanceof z.ZodObject) return leavesOf(inner, path)
    if (!(value instanceof z.ZodType)) throw new TypeError(`the setting ${path} has no schema`)
    const meta = { ...(inner instanceof z.ZodType && inner.meta()), ...value.meta() }
    return [
      {
        path,
        schema: value,
        flag: `--${path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        variable: `TALI_${path
          .replace(/[A-Z]/g, (letter) => `_${letter}`)
          .replaceAll('.', '_')
          .toUpperCase()}`,
        description: meta.description ?? '',
        secret: meta['secret'] === true,
      },
    ]
  })
}
