export { systemClock, isoTime, type Clock } from './clock.ts'
export { catalogue, CatalogueError, commonErrors, toProblem, type Catalogue, type CatalogueEntry } from './errors.ts'
export { createLogger, type Logger, type LogLevel } from './log.ts'
export { createMetrics, createProcessMetrics, type Metrics } from './metrics.ts'
export { run, type RunOptions } from './run.ts'
export { HealthBook, type CheckResult, type Service } from './service.ts'
export {
  leavesOf,
  readSettings,
  SettingsFaulty,
  type Leaf,
  type Settings,
  type SettingsFault,
  type SettingsSources,
} from './settings/index.ts'
export { Tasks } from './tasks.ts'
export { currentTraceId, tracer } from './trace.ts'
