import type { secretsIn } from '../storage/secrets.ts';
import type { Surroundings } from '../surroundings.ts';

/** The secrets that count, the newest first; what was sealed under another key of the installation is lost. */
export const openSecrets = async (
  { database, webhookSecrets }: Surroundings,
  rows: ReturnType<typeof secretsIn>,
  { webhookId, at }: { readonly webhookId: string; readonly at: number },
): Promise<string[]> => {
  const sealed = await rows.list(database, { webhookId, at });
  return sealed.flatMap((one) => {
    try {
      return [webhookSecrets.open(one, webhookId)];
    } catch {
      return [];
    }
  });
};
