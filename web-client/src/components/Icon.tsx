import { icons, type IconName } from './icons';
import { classes } from '../lib/classes';

const drawings = new Map<IconName, string>();

function drawing(name: IconName): string {
  let inner = drawings.get(name);
  if (inner === undefined) {
    inner = icons[name].replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
    drawings.set(name, inner);
  }
  return inner;
}

/** A Bootstrap Italia icon. It is decoration unless it has a `label`. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return (
    <svg
      className={classes('icon0', className)}
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
      dangerouslySetInnerHTML={{ __html: drawing(name) }}
    />
  );
}
