import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** Figures for Prometheus. Names carry their unit; labels have few values and never an id. */
export interface Metrics {
  counter<L extends string = never>(
    name: string,
    help: string,
    labels?: readonly L[],
  ): (labels: Record<L, string>, by?: number) => void
  /** Observes seconds. Default buckets: 0.5 ms to 10 s. */
  histogram<L extends string = never>(
    name: string,
    help: string,
    labels?: readonly L[],
    buckets?: readonly number[],
  ): (labels: Record<L, string>, seconds: number) => void
  /** Read when scraped. */
  gauge(name: string, help: string, read: () => number): void
  /** Prometheus' text format. */
  text(): Promise<string>
}

const latencyBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(service: string): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  const registers = [registry]
  return {
    counter(name, help, labelNames = []) {
      const counter = new Counter({ name, help, labelNames: [...labelNames], registers })
      return (labels, by = 1) => counter.inc(labels, by)
    },
    histogram(name, help, labelNames = [], buckets = latencyBuckets) {
      const histogram = new Histogram({ name, help, labelNames: [...labelNames], buckets: [...buckets], registers })
      return (labels, seconds) => histogram.observe(labels, seconds)
    },
    gauge(name, help, read) {
      const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(read()) })
    },
    text: () => registry.metrics(),
  }
}

/** Memory, event loop and garbage collection: once a process, whatever runs in it. */
export function createProcessMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return { ...createMetrics('process'), text: () => registry.metrics() }
}
