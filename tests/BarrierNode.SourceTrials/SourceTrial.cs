namespace BarrierNode.SourceTrials;

/// <summary>Changes the copy in one place, builds what is changed, and puts everything back after somebody has looked.</summary>
/// <param name="copy">The copy.</param>
/// <param name="sdk">Builds in it.</param>
/// <param name="project">The project that runs; it has been built, and each changed library is put into its output.</param>
public sealed class SourceTrial(SourceCopy copy, Sdk sdk, string project)
{
    /// <summary>Tries a change.</summary>
    /// <param name="file">Path of the file that is changed.</param>
    /// <param name="find">The text that it must have once.</param>
    /// <param name="replace">What comes in its place.</param>
    /// <param name="look">Looks what the changed project does.</param>
    /// <returns>Null, or why it could not be tried.</returns>
    public string? Try(string file, string find, string replace, Action look)
    {
        if (!copy.Replace(file, find, replace, out string original))
        {
            return $"{file} does not have once: {find}";
        }

        // What is changed is inside of methods: the project of its file is all that has to be built anew, and its library all that is needed to run.
        string changed = string.Join('/', file.Split('/')[..2]);
        string library = Path.Combine(copy.Folder, project, Sdk.Output, $"{Path.GetFileName(changed)}.dll");
        byte[] intact = File.ReadAllBytes(library);
        try
        {
            if (!sdk.Build(changed, "--no-restore --no-dependencies", out string log))
            {
                return $"{file} does not build like this:\n{log}";
            }

            File.Copy(Path.Combine(copy.Folder, changed, Sdk.Output, Path.GetFileName(library)), library, overwrite: true);
            look();
            return null;
        }
        finally
        {
            copy.Restore(file, original);
            File.WriteAllBytes(library, intact);
        }
    }
}
