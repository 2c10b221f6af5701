namespace Samstyre.App.Cli;

/// <summary>The files that a command's arguments name: files as given, folders with all files below them in order of their names.</summary>
internal static class InputFiles
{
    public static IReadOnlyList<string> Of(IEnumerable<string> arguments)
    {
        var files = new List<string>();
        foreach (var argument in arguments)
        {
            if (Directory.Exists(argument))
            {
                // Hidden files are the system's, not forms.
                var found = Directory.EnumerateFiles(argument, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
                    .Order(StringComparer.Ordinal).ToList();
                if (found.Count == 0) throw new CliRefusal($"The folder {argument} has no files: name the folder with the forms.");
                files.AddRange(found);
            }
            else if (File.Exists(argument))
            {
                files.Add(argument);
            }
            else
            {
                throw new CliRefusal($"There is no file or folder {argument}: check its name.");
            }
        }

        return files;
    }
}
