import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { createCourier } from './delivery/courier.ts';
import { hearWebhook } from './incoming/hear-webhook.ts';
import {
  listIncomingDeliveries,
  listIncomingWebhooks,
  makeIncomingWebhook,
  removeIncomingWebhook,
  rotateIncomingSecret,
} from './incoming/keep-incoming.ts';
import { listDeliveries, sendAgain, sendTrial } from './keeping/keep-deliveries.ts';
import { listWebhooks, makeWebhook, removeWebhook, restartWebhook, rotateSecret } from './keeping/keep-webhooks.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** The platform's own round, at once: for whoever cannot wait for it. */
const deliver: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  const failures: unknown[] = [];
  await createCourier(actingAs(surroundings, job('webhooks')), (thrown) => failures.push(thrown)).settled();
  if (failures.length > 0) throw failures[0];
};

export const webhooksRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listWebhooks,
    makeWebhook,
    rotateSecret,
    restartWebhook,
    removeWebhook,
    listDeliveries,
    sendTrial,
    sendAgain,
    deliver,
    listIncomingWebhooks,
    makeIncomingWebhook,
    rotateIncomingSecret,
    removeIncomingWebhook,
    listIncomingDeliveries,
    hearWebhook,
  });
