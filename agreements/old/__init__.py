"""旧文件: agreements made on paper or in Word before this product, brought into the archive. What
reads the files (work, reading, readers, splitting, unwrapping) imports no Django."""
