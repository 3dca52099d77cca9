using System.Reflection;

[assembly: AssemblyTitle("The ESP32 application of a BarrierNode cabinet")]
[assembly: AssemblyProduct("BarrierNode")]
[assembly: AssemblyCopyright("MIT")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
