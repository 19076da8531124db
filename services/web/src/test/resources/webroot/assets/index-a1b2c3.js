console.log(
  "test",
); /* padding padding padding */ /* padding padding padding */ /* padding padding padding */ /* padding padding padding */ /* padding padding padding */ /* padding padding padding */ /* padding padding padding */ /* padding padding padding */
