import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Markdown } from './Markdown.tsx';

afterEach(cleanup);

const show = (text: string): HTMLElement => render(<Markdown text={text} />).container;

describe('a page that others wrote', () => {
  test('has headings below that of its dialog, tables and code', () => {
    show('# Parking\n\n### Input\n\n| name | type |\n| --- | --- |\n| `plate` | text |\n');
    expect(screen.getByRole('heading', { level: 3, name: 'Parking' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 4, name: 'Input' })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'name' })).toBeTruthy();
    expect(screen.getByText('plate').tagName).toBe('CODE');
  });

  test.each([
    '<script>window.stolen = true</script>',
    '<img src=x onerror="window.stolen = true">',
    '<iframe src="https://evil.example"></iframe>',
    '<style>body { display: none }</style>',
    '<form action="https://evil.example"><input name="password"></form>',
    '![beacon](https://evil.example/pixel.png)',
    '[<img src=x onerror=alert(1)>](https://example.org)',
  ])('neither runs nor loads anything: %s', (text) => {
    const page = show(text);
    expect(page.querySelector('script, img, iframe, style, form, input, object, svg')).toBeNull();
  });

  // oxlint-disable-next-line no-script-url
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/desk/',
    '//evil.example',
  ])('does not link to %s', (address) => {
    const page = show(`[here](${address})`);
    expect(page.querySelector('a')).toBeNull();
    expect(page.textContent).toContain('here');
  });

  test('links out in a window of its own, without saying from where', () => {
    show('[the law](https://example.org/law)');
    const link = screen.getByRole('link', { name: 'the law' });
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });
});
