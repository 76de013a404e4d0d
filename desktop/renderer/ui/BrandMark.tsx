/** The lit window. Decoration: whoever shows it gives the name in words. */
export function BrandMark({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="9" fill="var(--rl-accent)" />
      <circle cx="18" cy="18" r="11.5" fill="var(--rl-brand-halo)" />
      <circle cx="18" cy="18" r="7.5" fill="var(--rl-brand-light)" />
    </svg>
  );
}
