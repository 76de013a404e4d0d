import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import * as palette from './palette.ts';

const teal: MantineColorsTuple = [
  '#e6f5f3',
  '#cfeae6',
  '#a3d6cf',
  '#72c1b7',
  '#3fb8a9',
  '#27a294',
  '#178a7e',
  '#0f766e',
  '#0b5f59',
  '#084843',
];

/** Slate, light to dark; Mantine takes borders, dimmed text and hover grounds of the light theme from it. */
const gray: MantineColorsTuple = [
  '#f4f6f7',
  '#eaeef0',
  '#e3e8ea',
  '#d3dade',
  '#c3ccd1',
  '#7d8b93',
  '#5b6b73',
  '#4a5960',
  '#2e3b41',
  '#17242a',
];

/** The same slate for the dark theme: text first, body at 7. */
const dark: MantineColorsTuple = [
  '#e6ecee',
  '#b9c5ca',
  '#94a3aa',
  '#84949b',
  '#35444c',
  '#27343b',
  '#1d272d',
  '#161e23',
  '#10171b',
  '#0b1013',
];

const red: MantineColorsTuple = [
  '#fdecee',
  '#fbd3d8',
  '#f7a8b1',
  '#fb8794',
  '#ff6b7d',
  '#ef4259',
  '#dc2843',
  '#c81e3a',
  '#a5162e',
  '#7d1022',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  colors: { teal, gray, dark, red },
  black: '#17242a',
  // Filled grounds are dark in the light theme and light in the dark one; Mantine would decide once for both.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--rl-on-filled)' } : colors;
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Modal: {
      defaultProps: { centered: true, overlayProps: { color: '#0b1418', backgroundOpacity: 0.45 } },
      styles: { title: { fontSize: '1rem', fontWeight: 650 } },
    },
    Input: { defaultProps: { size: 'sm' } },
  },
});

function variables(colours: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--rl-${name}`, value]));
}

/** Our palette, and where Mantine's own mix falls under AA, or an area of ours needs a ground of its own. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...variables(palette.light),
    '--mantine-color-placeholder': '#697881',
    '--mantine-color-error': '#b81a34',
    '--mantine-color-default-border': '#d3dade',
  },
  dark: {
    ...variables(palette.dark),
    '--mantine-color-placeholder': '#8b9aa1',
    '--mantine-color-error': '#ff8593',
    '--mantine-color-default-border': '#35444c',
  },
});
