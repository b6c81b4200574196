// Called by the socket, which looks for these before any module has been loaded: tells the bell that something changed. What happened
// while the connection was lost is asked for when it is there again.
(() => {
  let opened = false;
  window.tiersBellRang = () => document.dispatchEvent(new CustomEvent('tiers:bell'));
  window.tiersBellOpened = () => {
    if (opened) {
      window.tiersBellRang();
    }
    opened = true;
  };
})();
