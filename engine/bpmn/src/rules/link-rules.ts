import { linkNameOf, linkTargets } from '../link-events.ts';
import type { Rule } from './rule.ts';

/** A link leads from any number of throw events to exactly one catch event in the same scope. */
const linkPairs: Rule = ({ process, report }) => {
  const targetOf = linkTargets(process);
  for (const element of process.elements) {
    const name = linkNameOf(element);
    if (name === null) continue;
    const target = targetOf(element);
    if (element.kind === 'intermediateThrowEvent' && target === null) {
      report('BPMN_LINK_TARGET_MISSING', element.id, { name });
    }
    if (element.kind !== 'intermediateCatchEvent') continue;
    // The last catch event of a name is the one found; any other is one too many.
    if (target !== element.index) report('BPMN_LINK_CATCH_DUPLICATE', element.id, { name });
    if (element.incoming.length > 0) report('BPMN_LINK_CATCH_INCOMING', element.id, { name });
  }
};

export const linkRules: readonly Rule[] = [linkPairs];
