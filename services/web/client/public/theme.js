// Applies the chosen theme before the first paint; "system" is the absence of a choice.
try {
  const theme = localStorage.getItem("pmt.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be refused; the system's theme holds then.
}
