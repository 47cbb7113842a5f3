import type { Tracer } from '@opentelemetry/api';
import { defaultTextMapGetter, ROOT_CONTEXT, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { createMiddleware } from 'hono/factory';
import type { HttpEnvironment } from '../http/environment.ts';
import { matchedRoute } from '../http/matched-route.ts';

/** A span for each request: route, method, status, request id; a part of the caller's trace where it names one. */
export function requestTraces(tracer: Tracer) {
  const propagator = new W3CTraceContextPropagator();
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    const { method } = context.req;
    const parent = propagator.extract(ROOT_CONTEXT, context.req.header(), defaultTextMapGetter);
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, parent);
    try {
      await next();
    } finally {
      const route = matchedRoute(context);
      const { status } = context.res;
      span.updateName(`${method} ${route}`);
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'nianbao.request_id': context.get('requestId'),
      });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  });
}
