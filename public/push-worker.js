/** Shows a reminder that was pushed, and opens its page when pressed. It answers no request and keeps nothing. */
addEventListener('install', () => skipWaiting())

addEventListener('push', event => {
  const { title, body, url, tag } = event.data.json()
  const shown = { body, tag, renotify: true, lang: 'vi', data: { url } }
  event.waitUntil(registration.showNotification(title, shown))
})

addEventListener('notificationclick', event => {
  event.notification.close()
  // Only ever a page of this portal, whatever address it goes by at this machine.
  const { pathname, search } = new URL(event.notification.data.url, location.origin)
  event.waitUntil(clients.openWindow(location.origin + pathname + search))
})
