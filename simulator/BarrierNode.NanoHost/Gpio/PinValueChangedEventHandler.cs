namespace System.Device.Gpio;

/// <summary>Handles a pin change.</summary>
/// <param name="sender">The pin.</param>
/// <param name="e">What changed.</param>
public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);
