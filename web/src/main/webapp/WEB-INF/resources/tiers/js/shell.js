// The frame of the page: drawer on small screens, theme, dismissing notices.
const root = document.documentElement;
const opener = document.querySelector('[data-open-navigation]');
const navigation = document.getElementById('navigation');
const main = document.getElementById('content');

function showNavigation(open) {
  root.classList.toggle('navigation-open', open);
  opener.setAttribute('aria-expanded', String(open));
  main.inert = open;
  (open ? navigation.querySelector('[data-close-navigation]') : opener).focus();
}

const isOpen = () => root.classList.contains('navigation-open');

opener.addEventListener('click', () => showNavigation(true));

document.addEventListener('click', event => {
  const theme = event.target.closest('[data-theme-choice]');
  if (event.target.closest('[data-close-navigation]')) {
    showNavigation(false);
  } else if (event.target.closest('[data-dismiss]')) {
    event.target.closest('.notice').remove();
  } else if (theme) {
    wear(theme);
  }
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && isOpen()) {
    showNavigation(false);
  }
});

matchMedia('(min-width: 900px)').addEventListener('change', event => {
  if (event.matches && isOpen()) {
    showNavigation(false);
  }
});

// The colours change at once; the same click tells the server, which keeps the choice.
function wear(button) {
  root.dataset.theme = button.dataset.themeChoice;
  for (const choice of button.parentElement.querySelectorAll('[data-theme-choice]')) {
    choice.setAttribute('aria-pressed', String(choice === button));
  }
  document.dispatchEvent(new CustomEvent('tiers:theme'));
}

// A popover stands in a layer of its own and knows nothing of its button: put it beneath, right edges together.
function place(menu) {
  const button = document.querySelector(`[popovertarget="${menu.id}"]`).getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const right = Math.min(width - button.right, width - menu.offsetWidth - 8);
  menu.style.top = `${button.bottom + 4}px`;
  menu.style.right = `${Math.max(8, right)}px`;
}
document.addEventListener('toggle', event => event.newState === 'open' && event.target.matches('.anchored-menu') && place(event.target), true);
addEventListener('scroll', () => document.querySelectorAll('.anchored-menu:popover-open').forEach(place), { passive: true });
