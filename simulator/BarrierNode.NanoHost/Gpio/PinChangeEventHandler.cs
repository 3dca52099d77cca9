namespace System.Device.Gpio;

/// <summary>Handles a pin change.</summary>
/// <param name="sender">The controller.</param>
/// <param name="pinValueChangedEventArgs">What changed.</param>
public delegate void PinChangeEventHandler(object sender, PinValueChangedEventArgs pinValueChangedEventArgs);
