interface Router {
  subscribe: (listener: (state: { location: { pathname: string }; navigation: { location?: { pathname: string } } }) => void) => unknown;
}

let leaving = false;

/** Follows the router at once: what React shows of its state comes later where the machine is slow. */
export function followLeaving(router: Router) {
  router.subscribe(({ location, navigation }) => {
    leaving = navigation.location !== undefined && navigation.location.pathname !== location.pathname;
  });
}

/** Whether another page is on its way: whatever would write into the address of this one now would call it back. */
export const isLeaving = () => leaving;
