import { Page, type PageProps } from '@irisflow/frame';
import { AppLink } from '@irisflow/ui';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';

export interface DeskSection {
  readonly path: string;
  readonly label: DeskKey;
}

interface SectionsFrameProps extends PageProps {
  /** What the way to the others is called, for those who do not see it. */
  readonly name: DeskKey;
  /** In the order in which they are shown. */
  readonly sections: readonly DeskSection[];
}

/** Whether a page is that of a section or below it; one address may begin like another. */
const isWithin = (path: string, section: string): boolean => path === section || path.startsWith(`${section}/`);

/** A page that is one of several which belong together, below the way to the others. */
export const SectionsFrame = ({ name, sections, children, ...page }: SectionsFrameProps) => {
  const t = useDeskText();
  const [path] = useLocation();
  const list = useRef<HTMLElement>(null);
  // On a phone the sections are a strip; the one at hand must not hide behind its edge.
  // One section may have the address below which the others are.
  const isAt = (section: DeskSection): boolean => section.path === path;
  const current = (sections.find(isAt) ?? sections.find((section) => isWithin(path, section.path)))?.path;
  useEffect(() => {
    if (current === undefined) return;
    const link = list.current?.querySelector(`a[href$="${current}"]`);
    link?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <Page {...page}>
      <div className="iris-stack iris-stack--loose">
        <nav ref={list} className="desk-sections" aria-label={t(name)}>
          <ul>
            {sections.map((section) => (
              <li key={section.path}>
                <AppLink href={section.path} {...(section.path === current && { 'aria-current': 'page' as const })}>
                  {t(section.label)}
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </div>
    </Page>
  );
};
