// Runs in docs/index.html before Redoc.

// Redoc stops where the browser blocks storage. An object replaces it until the page is closed.
for (const name of ['localStorage', 'sessionStorage']) {
  try {
    globalThis[name].getItem('')
  } catch {
    const items = new Map()
    const storage = {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, String(value)),
      removeItem: (key) => void items.delete(key),
    }
    Object.defineProperty(globalThis, name, { value: storage })
  }
}

// Redoc keeps the reader's choices, such as the language of samples, in a cookie of the session. A page opened from disk has no cookies.
const choices = 'redoc.appStore'
Object.defineProperty(document, 'cookie', {
  get: () => localStorage.getItem(choices) ?? '',
  set: (text) => {
    const [cookie] = text.split(';')
    try {
      if (cookie.startsWith(`${choices}=`)) localStorage.setItem(choices, cookie)
    } catch {
      // The storage is full.
    }
  },
})

const pageTitle = document.title

/** Names the page after what it shows, which is the active entry of the menu. */
function nameView() {
  const name = document.querySelector('[data-active="true"] [data-text]')?.dataset.text
  const title = !name || name === pageTitle ? pageTitle : `${name} · ${pageTitle}`
  // A change is observed too, even to the same title.
  if (document.title !== title) document.title = title
}

new MutationObserver(nameView).observe(document, { subtree: true, childList: true, attributeFilter: ['data-active'] })
