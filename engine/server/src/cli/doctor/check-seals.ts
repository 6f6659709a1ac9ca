import type { Config } from '../../config/config.ts';
import { openSeals, sealWarnings } from '../../start/open-seals.ts';
import { problem, well, type Finding } from './finding.ts';

/** The seals of administrations open with their passphrases, and their certificates are in force. */
export const checkSealFiles = async (config: Config): Promise<Finding> => {
  try {
    const seals = await openSeals(config);
    const warnings = sealWarnings(seals, Date.now());
    if (warnings.length > 0)
      return problem(warnings.join(' '), 'Put the new file and its passphrase into IRISFLOW_SEALS and start again.');
    return well(seals.size === 0 ? 'none: letters are signed in words alone' : [...seals.keys()].join(', '));
  } catch (thrown) {
    return problem(thrown, 'Check IRISFLOW_SEALS; until then nothing starts.');
  }
};
