import { agencyProcedure, router } from '../api/trpc.ts';
import {
  changeWebhook,
  changeWebhookInput,
  createWebhook,
  createWebhookInput,
  createWebhookOutput,
  listDeliveries,
  listDeliveriesOutput,
  listWebhooks,
  listWebhooksInput,
  listWebhooksOutput,
  redeliver,
  redeliverInput,
  redeliverOutput,
  removeWebhook,
  removeWebhookOutput,
  webhookReference,
  webhookSchema,
} from './manage-webhooks.ts';

/** Services that are told of what happens. */
export const webhooksRouter = router({
  list: agencyProcedure('webhook.manage')
    .input(listWebhooksInput)
    .output(listWebhooksOutput)
    .query(({ ctx }) => listWebhooks(ctx)),
  create: agencyProcedure('webhook.manage')
    .input(createWebhookInput)
    .output(createWebhookOutput)
    .mutation(({ ctx, input }) => createWebhook(ctx, input)),
  change: agencyProcedure('webhook.manage')
    .input(changeWebhookInput)
    .output(webhookSchema)
    .mutation(({ ctx, input }) => changeWebhook(ctx, input)),
  remove: agencyProcedure('webhook.manage')
    .input(webhookReference)
    .output(removeWebhookOutput)
    .mutation(({ ctx, input }) => removeWebhook(ctx, input)),
  deliveries: agencyProcedure('webhook.manage')
    .input(webhookReference)
    .output(listDeliveriesOutput)
    .query(({ ctx, input }) => listDeliveries(ctx, input)),
  redeliver: agencyProcedure('webhook.manage')
    .input(redeliverInput)
    .output(redeliverOutput)
    .mutation(({ ctx, input }) => redeliver(ctx, input)),
});
