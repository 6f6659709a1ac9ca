import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AssessmentSection } from './AssessmentSection.tsx';

afterEach(cleanup);

describe('what was found of the pages', () => {
  test('is said in numbers, and never as full conformance', () => {
    render(<AssessmentSection assessment={{ on: '2026-11-28', standard: 'WCAG 2.2 AA', screens: 214, findings: 0 }} />);
    for (const text of ['WCAG 2.2 AA', '28 novembre 2026', '214', '0']) expect(screen.getByText(text)).not.toBeNull();
    expect(screen.getByText(/conformité totale, mais partielle/)).not.toBeNull();
  });

  test('is not claimed where no run wrote any', () => {
    render(<AssessmentSection assessment={null} />);
    expect(screen.getByText('Pas encore évaluée')).not.toBeNull();
    expect(screen.queryByText('WCAG 2.2 AA')).toBeNull();
  });
});
