package org.startex;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources as the compiler reads them: every call with the texts of its first argument, and every text with what surrounds it. */
final class JavaSources {
    /**
     * A call, or the making of an object.
     *
     * @param receiver what stands before the point; {@code new} for the making of an object
     * @param arguments for each argument the texts that it can be; none when it is not written out
     */
    record Call(String module, String place, String receiver, String method, List<List<String>> arguments) {
        /** Everything that is written out among the arguments. */
        List<String> texts() {
            return arguments.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * A text between quotation marks.
     *
     * @param apart whether it stands in an annotation, a log statement or an exception
     */
    record Literal(String module, String place, String text, boolean apart) {}

    private final List<Call> calls = new ArrayList<>();
    private final List<Literal> literals = new ArrayList<>();

    private JavaSources() {}

    List<Call> calls() {
        return calls;
    }

    List<Literal> literals() {
        return literals;
    }

    /** All sources below a folder. */
    static JavaSources in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return read(files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> source(file.toUri(), read(file)))
                    .toList());
        }
    }

    /** One source by itself. */
    static JavaSources of(String content) throws IOException {
        return read(List.of(source(URI.create("string:///Sample.java"), content)));
    }

    private static JavaSources read(List<JavaFileObject> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        List<CompilationUnitTree> units = new ArrayList<>();
        task.parse().forEach(units::add);
        JavaSources sources = new JavaSources();
        Set<String> exceptions = exceptions(units);
        units.forEach(unit -> sources.new Reader(unit, Trees.instance(task), exceptions).scan(unit, null));
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(URI uri, String content) {
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return content;
            }
        };
    }

    /** The names of our own exceptions: what extends one, by its name. */
    private static Set<String> exceptions(List<CompilationUnitTree> units) {
        Set<String> names = new HashSet<>();
        TreeScanner<Void, Void> scanner = new TreeScanner<>() {
            @Override
            public Void visitClass(ClassTree type, Void unused) {
                if (type.getExtendsClause() != null
                        && type.getExtendsClause().toString().endsWith("Exception")) {
                    names.add(type.getSimpleName().toString());
                }
                return super.visitClass(type, null);
            }
        };
        units.forEach(unit -> scanner.scan(unit, null));
        return names;
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Set<String> exceptions;
        private final String module;

        Reader(CompilationUnitTree unit, Trees trees, Set<String> exceptions) {
            this.unit = unit;
            this.trees = trees;
            this.exceptions = exceptions;
            this.module = String.valueOf(unit.getPackageName());
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            ExpressionTree select = call.getMethodSelect();
            String receiver = select instanceof MemberSelectTree member
                    ? member.getExpression().toString()
                    : "";
            add(call, receiver, name(select), call.getArguments());
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void unused) {
            add(made, "new", name(made.getIdentifier()), made.getArguments());
            return super.visitNewClass(made, null);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            if (literal.getValue() instanceof String text) {
                literals.add(new Literal(module, place(literal), text, apart(getCurrentPath())));
            }
            return super.visitLiteral(literal, null);
        }

        private void add(Tree tree, String receiver, String method, List<? extends ExpressionTree> arguments) {
            calls.add(new Call(
                    module,
                    place(tree),
                    receiver,
                    method,
                    arguments.stream().map(argument -> texts(argument)).toList()));
        }

        /** The texts that an expression can be, if it is written out: a text, or one of two. */
        private static List<String> texts(Tree tree) {
            return switch (tree) {
                case LiteralTree literal when literal.getValue() instanceof String text -> List.of(text);
                case ParenthesizedTree inside -> texts(inside.getExpression());
                case ConditionalExpressionTree either ->
                    Stream.of(either.getTrueExpression(), either.getFalseExpression())
                            .flatMap(one -> texts(one).stream())
                            .toList();
                default -> List.of();
            };
        }

        private boolean apart(TreePath path) {
            for (TreePath up = path.getParentPath(); up != null; up = up.getParentPath()) {
                Tree tree = up.getLeaf();
                boolean here = switch (tree) {
                    case AnnotationTree annotation -> true;
                    case ThrowTree thrown -> true;
                    case NewClassTree made -> isException(name(made.getIdentifier()));
                    case MethodInvocationTree call ->
                        isLog(call.getMethodSelect())
                                || (name(call.getMethodSelect()).equals("super") && inException(up));
                    default -> false;
                };
                if (here) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isLog(Tree select) {
            return select instanceof MemberSelectTree member
                    && member.getExpression().toString().equals("LOG");
        }

        private boolean inException(TreePath path) {
            for (TreePath up = path; up != null; up = up.getParentPath()) {
                if (up.getLeaf() instanceof ClassTree type
                        && isException(type.getSimpleName().toString())) {
                    return true;
                }
            }
            return false;
        }

        private boolean isException(String name) {
            return name.endsWith("Exception") || name.endsWith("Error") || exceptions.contains(name);
        }

        private static String name(Tree tree) {
            return switch (tree) {
                case MemberSelectTree member -> member.getIdentifier().toString();
                case IdentifierTree identifier -> identifier.getName().toString();
                case BinaryTree other -> "";
                default -> tree.toString().replaceAll("<.*", "");
            };
        }

        private String place(Tree tree) {
            long at = trees.getSourcePositions().getStartPosition(unit, tree);
            String path = unit.getSourceFile().toUri().getPath();
            return path.substring(path.lastIndexOf('/') + 1) + ":"
                    + unit.getLineMap().getLineNumber(at);
        }
    }
}
