export { createAnalytics, type AnalyticsOptions } from './service.ts'
