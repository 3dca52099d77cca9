namespace nanoFramework.TestFramework;

/// <summary>Gives a test the arguments of one run.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class DataRowAttribute : Microsoft.VisualStudio.TestTools.UnitTesting.DataRowAttribute
{
    /// <summary>Makes the attribute.</summary>
    /// <param name="methodParameters">The arguments.</param>
    public DataRowAttribute(params object[] methodParameters)
        : base(methodParameters)
    {
        MethodParameters = methodParameters;
    }

    /// <summary>The arguments.</summary>
    public object[] MethodParameters { get; }
}
