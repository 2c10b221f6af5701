return await Samstyre.App.Cli.CommandLine.Run(args);
