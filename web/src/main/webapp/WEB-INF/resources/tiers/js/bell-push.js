// Called by the socket, which looks for it before any module has been loaded: tells the bell that something changed.
window.tiersBellRang = () => document.dispatchEvent(new CustomEvent('tiers:bell'));
