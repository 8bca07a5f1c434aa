using Mono.Cecil;

namespace InclusionPlatform.ArchitectureTests;

/// <summary>A module is entered through its one public type and its contracts, and through nothing else.</summary>
internal sealed class WallTests
{
    private static IEnumerable<string> Modules => House.Modules;

    [Test]
    public void Modules_WhenDiscovered_AreFiveOrMoreAndAllRegistered()
    {
        var program = File.ReadAllText(Path.Combine(House.Root, "api", "Program.cs"));

        Assert.That(House.Modules, Has.Count.GreaterThanOrEqualTo(5));
        Assert.Multiple(() =>
        {
            foreach (var module in House.Modules)
            {
                Assert.That(program, Does.Contain($".Add{module}(").And.Contain($".Map{module}("), $"the host does not open {module}");
            }
        });
    }

    [TestCaseSource(nameof(Modules))]
    public void Module_WhenSeenFromOutside_ShowsOnlyItsModuleType(string module)
    {
        using var assembly = House.Read($"InclusionPlatform.{module}");

        var shown = House.Types(assembly).Where(type => type.IsPublic && !House.IsGenerated(type)).Select(type => type.Name);

        Assert.That(shown, Is.EqualTo(new[] { $"{module}Module" }));
    }

    [TestCaseSource(nameof(Modules))]
    public void Module_WhenItHasClasses_TheyAreSealedOrStatic(string module)
    {
        using var assembly = House.Read($"InclusionPlatform.{module}");
        var types = House.Types(assembly).Where(type => type.IsClass && !House.IsGenerated(type)).ToArray();

        Assert.That(types, Is.Not.Empty);
        Assert.That(types.Where(type => !type.IsSealed && !type.IsAbstract).Select(type => type.FullName), Is.Empty);
    }

    [TestCaseSource(nameof(Modules))]
    public void Module_WhenItReferences_NamesOnlySharedAndContracts(string module)
    {
        using var assembly = House.Read($"InclusionPlatform.{module}");

        var foreign = OurReferences(assembly).Where(name => name != "InclusionPlatform.Shared" && !name.EndsWith(".Contracts", StringComparison.Ordinal));

        Assert.That(foreign, Is.Empty);
    }

    [TestCaseSource(nameof(Modules))]
    public void Contracts_WhenTheyReference_NameNoOtherContracts(string module)
    {
        using var assembly = House.Read($"InclusionPlatform.{module}.Contracts");

        Assert.That(OurReferences(assembly).Where(name => name != "InclusionPlatform.Shared"), Is.Empty);
    }

    [Test]
    public void Shared_WhenItReferences_KnowsNoModule()
    {
        using var assembly = House.Read("InclusionPlatform.Shared");

        Assert.That(OurReferences(assembly), Is.Empty);
    }

    [Test]
    public void Code_WhenItAsksTheTime_AsksTheTimeProvider()
    {
        var clocks = new HashSet<string> { "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.Threading.Thread::Sleep" };
        var found = House.Assemblies.SelectMany(name =>
        {
            using var assembly = House.Read(name);
            return House.Types(assembly).SelectMany(type => type.Methods).Where(method => method.HasBody)
                .SelectMany(method => method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>()
                    .Where(called => clocks.Contains($"{called.DeclaringType.FullName}::{called.Name}"))
                    .Select(called => $"{method.FullName} calls {called.Name}"))
                .ToArray();
        });

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void Solution_WhenOpened_HoldsEveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(House.Root, "InclusionPlatform.sln")).Replace('\\', '/');
        var projects = Directory.EnumerateFiles(House.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(House.Root, file).Replace('\\', '/')).Where(file => !file.StartsWith("artifacts/", StringComparison.Ordinal)).ToArray();

        Assert.That(projects, Is.Not.Empty);
        Assert.That(projects.Where(project => !solution.Contains(project, StringComparison.Ordinal)), Is.Empty);
    }

    private static IEnumerable<string> OurReferences(AssemblyDefinition assembly) =>
        assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).Where(name => name.StartsWith("InclusionPlatform.", StringComparison.Ordinal));
}
