import type { Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

export interface SentTraces {
  readonly tracer: Tracer;
  /** Sends the rest. */
  stop(): Promise<void>;
}

/**
 * Sends what the server does to a receiver of OpenTelemetry (OTLP over HTTP). The libraries that we use do not see this
 * tracer: their own spans would carry queries and names. Other `OTEL_EXPORTER_OTLP_…` variables, such as headers, are read
 * by the exporter itself.
 */
export function sendTraces(endpoint: string, version: string): SentTraces {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'nianbao', 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  return { tracer: provider.getTracer('nianbao', version), stop: () => provider.shutdown() };
}
