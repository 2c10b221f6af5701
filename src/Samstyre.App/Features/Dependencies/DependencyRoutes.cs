namespace Samstyre.App.Features.Dependencies;

/// <summary>The addresses on dependencies of a round.</summary>
internal static class DependencyRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterPage.Map(routes);
        MapPage.Map(routes);
        MatrixPage.Map(routes);
        MapFiles.Map(routes);
    }
}
