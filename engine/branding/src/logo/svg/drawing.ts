import type { LogoDrawing } from '@irisflow/letters';
import { written } from './svg-numbers.ts';
import { identity } from './transform.ts';

type Path = LogoDrawing['paths'][number];

const attribute = (name: string, value: string | number): string =>
  ` ${name}="${typeof value === 'number' ? written(value) : value}"`;

const strokeOf = ({ stroke }: Path): string =>
  stroke === null
    ? ''
    : [
        attribute('stroke', stroke.color),
        attribute('stroke-opacity', stroke.opacity),
        attribute('stroke-width', stroke.width),
        attribute('stroke-linecap', stroke.cap),
        attribute('stroke-linejoin', stroke.join),
        attribute('stroke-miterlimit', stroke.miterLimit),
      ].join('');

const fillOf = ({ fill }: Path): string =>
  fill === null
    ? attribute('fill', 'none')
    : attribute('fill', fill.color) + attribute('fill-opacity', fill.opacity) + attribute('fill-rule', fill.rule);

const writePath = (path: Path): string => {
  const { d, matrix } = path;
  const moved = matrix.some((value, index) => value !== identity[index]);
  const transform = moved ? attribute('transform', `matrix(${matrix.map(written).join(' ')})`) : '';
  return `<path${attribute('d', d)}${transform}${fillOf(path)}${strokeOf(path)}/>`;
};

/** A drawing as a file: one element that holds paths, and of these only numbers, colors and six words. */
export const writeDrawing = ({ x, y, width, height, paths }: LogoDrawing): string => {
  const box = [x, y, width, height].map(written).join(' ');
  const size = attribute('width', width) + attribute('height', height);
  return `<svg xmlns="http://www.w3.org/2000/svg"${attribute('viewBox', box)}${size}>${paths.map(writePath).join('')}</svg>`;
};
