import { startsWith } from '../../kit/hand.ts';
import type { BuilderParts } from './parts.ts';

/** What an analyst does with versions that are published: lets running cases follow, and goes back. */
export const moveVersions = ({ page, hand, say, button, goto }: BuilderParts) => ({
  /** Moves every running case that can to the newest version: plan, dry run, reason, report. */
  moveCase: async (reason: string) => {
    await goto('/version-moves');
    await hand.press(button(say('move.toPlan')));
    await hand.press(button(say('move.toDryRun')));
    await page.getByText(say('move.willMoveCount.one', { count: '1' })).waitFor();
    await hand.press(button(say('move.toConfirm')));
    await hand.fill(page.getByRole('textbox', { name: startsWith(say('move.reasonLabel')) }), reason);
    await hand.press(button(say('move.start')));
    await page
      .getByText(say('move.result', { moved: '1', stayed: '0', failed: '0' }))
      .first()
      .waitFor({ timeout: 60_000 });
  },
  /** Publishes an earlier version again, as a new one. */
  rollBack: async (version: string, next: string) => {
    await goto('/versions');
    await hand.press(button(say('versions.compare', { version })));
    await hand.press(button(say('versions.rollBack', { version })));
    await hand.press(button(say('versions.rollBackConfirm'), page.getByRole('dialog')));
    const dialog = page.getByRole('dialog', { name: say('publish.title') });
    const confirm = dialog.getByRole('button', { name: say('publish.confirm'), exact: true, disabled: false });
    await confirm.waitFor({ timeout: 60_000 });
    await hand.press(confirm);
    await page
      .getByText(say('publish.done', { version: next }))
      .first()
      .waitFor({ timeout: 60_000 });
  },
});
